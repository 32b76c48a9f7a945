/** Who is signed in. */
export type Session = { readonly userId: string; readonly isAdmin: boolean; readonly token: string };
