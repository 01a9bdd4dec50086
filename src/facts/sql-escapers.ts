/** Escapers of SQL text, by the names that libraries and projects give them. */
export const SQL_ESCAPERS =
  /^(?:escapeId|escapeIdentifiers?|escapeLiteral|quoteIdent(?:ifiers?)?|quoteIdentifiers?|quoteLiteral|quoteId|quoteName|quote_ident|quote_literal|pgFormat|pgEscape|escapeSql\w*|sqlEscape\w*|escapeColumn(?:Name)?|escapeTable(?:Name)?|quoteColumn(?:Name)?|quoteTable(?:Name)?|wrapIdentifier|sanitizeIdentifier|(?:quote|escape)\w+Ident(?:ifier)?s?)$/i;
