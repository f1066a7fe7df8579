-- upgrade of revision 1a2b3c4d5e6f: Create items

CREATE TABLE items (
    id bigint NOT NULL,
    name character varying(255),
    CONSTRAINT items_pkey PRIMARY KEY (id)
);

