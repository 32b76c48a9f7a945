/** Shortened output of openapi-typescript. */
export interface paths {
  '/v1/models': {
    get: { responses: { 200: { content: { 'application/json': { data: { id: string }[] } } } } };
  };
  '/admin/audit/export': {
    get: {
      responses: {
        200: { content: { 'application/x-ndjson': string } };
        402: { content: { 'application/problem+json': { title: string; status: number } } };
      };
    };
  };
}
