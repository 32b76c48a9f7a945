// Some mail programs cut longer links.
const MAX_LENGTH = 1_800;

/** Adds a subject and a body to a `mailto:` URL that has no query. Cuts the result at 1,800 characters. Returns all other URLs unchanged. */
export function renewalMail(href: string, subject: string, body: string): string {
  if (!/^mailto:[^?]*$/i.test(href)) return href;
  let mail = `${href}?subject=${encodeURIComponent(subject)}&body=`;
  // RFC 6068 ends lines with CRLF.
  for (const char of body.replace(/\r?\n/g, '\r\n')) {
    const encoded = encodeURIComponent(char);
    if (mail.length + encoded.length > MAX_LENGTH) break;
    mail += encoded;
  }
  return mail;
}
