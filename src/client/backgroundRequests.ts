/** Requests for whose answer nobody waits, as a client above fetch has been told: a watched fetch below it hears of it here. */
export const backgroundRequests = new WeakSet<object>();
