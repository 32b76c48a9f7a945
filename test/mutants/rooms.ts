/** The rooms that StrykerJS changes, and the tests that hold each of them without a browser or a server. */
export const ROOMS = {
  status: ['test/status/**/*.test.ts', 'test/client/payments.test.ts'],
  contract: ['test/contract/**/*.test.ts', 'test/client/{payments,createPaymentLedger,fetchLicense}.test.ts'],
  verifier: ['test/verifier/**/*.test.ts', 'test/vectors/vectors.test.ts'],
} as const satisfies Record<string, readonly string[]>;

export type Room = keyof typeof ROOMS;

/** Narrows what somebody has written to the name of a room. */
export function isRoom(name: string | undefined): name is Room {
  return name !== undefined && Object.hasOwn(ROOMS, name);
}
