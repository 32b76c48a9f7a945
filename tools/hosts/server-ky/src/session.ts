/** The signed-in user. */
export type Session = { readonly userId: string; readonly isAdmin: boolean; readonly token: string };
