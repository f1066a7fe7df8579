-- downgrade of revision 1a2b3c4d5e6f: Create items

DROP TABLE items;

