/** Who is signed in, as this dashboard's own server tells it. */
export type Session = { readonly userId: string; readonly isAdmin: boolean; readonly token: string };

export const session: Session = await fetch('/session').then((answer) => answer.json());
