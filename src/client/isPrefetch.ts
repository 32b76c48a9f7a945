/** Whether a `Purpose` or `Sec-Purpose` header says that nobody waits for the answer. */
export function isPrefetch(headers: { get(name: string): unknown }): boolean {
  return /prefetch/i.test(`${headers.get('purpose')} ${headers.get('sec-purpose')}`);
}
