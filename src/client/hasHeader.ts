/** Whether an answer has a header: in the headers of fetch, and in those that an HTTP client keeps as an object. */
export function hasHeader(headers: unknown, name: string): boolean {
  if (headers instanceof Headers) return headers.has(name);
  return Object.keys(Object(headers)).some((key) => key.toLowerCase() === name);
}
