/** The signed-in user, from this dashboard's own server. */
export type Session = { readonly userId: string; readonly isAdmin: boolean; readonly token: string };

export const session: Session = await fetch('/session').then((answer) => answer.json());
