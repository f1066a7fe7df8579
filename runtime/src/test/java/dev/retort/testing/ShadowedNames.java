package dev.retort.testing;

import java.sql.SQLException;

/**
 * Operators and functions of the schema public that fit better than PostgreSQL's own, and fail
 * where they are called. They belong to an extension, so that they are no difference to what
 * revisions make.
 */
public final class ShadowedNames {

  private static final String OPERATORS_AND_FUNCTIONS =
      """
      DO $$
      DECLARE
        types text[] := ARRAY['smallint', 'integer', 'bigint', 'oid', 'regclass', 'name', 'text',
          '"char"', 'numeric', 'double precision', 'boolean', 'regtype', 'xid', 'varchar',
          'smallint[]', 'integer[]', 'oid[]', 'text[]', 'name[]', 'int2vector', 'oidvector',
          'real', 'character varying[]'];
        l text;
        r text;
        op record;
        f text;
      BEGIN
        PERFORM set_config('search_path', 'pg_catalog', true);
        FOREACH l IN ARRAY types LOOP
          FOREACH r IN ARRAY types LOOP
            EXECUTE format(
              'CREATE FUNCTION public.shadow(%s, %s) RETURNS boolean LANGUAGE plpgsql AS'
              || ' %L', l, r,
              format('BEGIN RAISE EXCEPTION ''shadowed: operator of %s and %s''; END', l, r));
            FOR op IN
              SELECT DISTINCT oprname FROM pg_operator
              WHERE oprnamespace = 'pg_catalog'::regnamespace AND oprkind = 'b'
                AND oprname IN ('=', '<>', '<', '>', '<=', '>=', '||', '+', '-', '*', '/', '%',
                  '~', '!~', '~~', '!~~', '&', '&&', '@>', '<@', '^@')
            LOOP
              IF NOT EXISTS (SELECT FROM pg_operator WHERE oprname = op.oprname
                AND oprleft = l::regtype AND oprright = r::regtype)
              THEN
                EXECUTE format('CREATE OPERATOR public.%s (LEFTARG = %s, RIGHTARG = %s,'
                  || ' FUNCTION = public.shadow)', op.oprname, l, r);
              END IF;
            END LOOP;
          END LOOP;
          FOREACH f IN ARRAY ARRAY['unnest', 'array_agg', 'count', 'cardinality', 'min', 'max',
            'sum', 'concat', 'format', 'array_to_string', 'array_length', 'array_position', 'left',
            'right', 'length', 'lower', 'upper', 'replace', 'btrim', 'string_agg', 'to_char', 'host',
            'quote_ident', 'quote_literal', 'regexp_replace', 'split_part', 'substring', 'strpos',
            'starts_with', 'pg_get_expr', 'pg_get_indexdef', 'pg_get_constraintdef', 'format_type',
            'obj_description', 'col_description', 'generate_series', 'generate_subscripts', 'nullif',
            'pg_get_serial_sequence', 'current_setting', 'set_config', 'to_jsonb', 'jsonb_agg',
            'array_remove', 'array_append', 'array_cat', 'bool_or', 'bool_and', 'now',
            'pg_get_viewdef', 'pg_get_functiondef', 'pg_get_function_arguments',
            'pg_get_triggerdef', 'pg_get_partkeydef', 'substr', 'justify_interval',
            'pg_total_relation_size']
          LOOP
            FOREACH r IN ARRAY ARRAY['', 'text', 'integer'] LOOP
              IF NOT EXISTS (SELECT FROM pg_proc WHERE proname = f
                AND pg_get_function_identity_arguments(oid) = concat_ws(', ', l, nullif(r, '')))
              THEN
                EXECUTE format('CREATE FUNCTION public.%I(%s) RETURNS integer LANGUAGE plpgsql AS'
                  || ' %L', f, concat_ws(', ', l, nullif(r, '')),
                  format('BEGIN RAISE EXCEPTION ''shadowed: function %s of %s and %s''; END',
                    f, l, r));
              END IF;
            END LOOP;
          END LOOP;
        END LOOP;
        FOR f IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        LOOP
          EXECUTE 'ALTER EXTENSION plpgsql ADD FUNCTION ' || f;
        END LOOP;
      END
      $$
      """;

  private ShadowedNames() {}

  /** Creates every operator, and many functions, for operands that PostgreSQL has none for. */
  public static void create(TestDatabase database) throws SQLException {
    database.execute(OPERATORS_AND_FUNCTIONS);
  }
}
