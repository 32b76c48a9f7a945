import { describe, expect, it } from 'vitest';
import { renewalMail } from '../../../../src/react/renewal/renewalMail.js';

describe('renewalMail', () => {
  it('adds a subject and a body', () => {
    expect(renewalMail('mailto:a@b.example', 'Key & more', 'First\nsecond')).toBe(
      'mailto:a@b.example?subject=Key%20%26%20more&body=First%0D%0Asecond',
    );
  });

  it.each(['https://alexandria.example/renew', 'mailto:a@b.example?subject=Ours', '/contact'])('leaves %s unchanged', (href) => {
    expect(renewalMail(href, 'Subject', 'Body')).toBe(href);
  });

  it('cuts the body at 1,800 encoded characters, never inside a character', () => {
    const mail = renewalMail('mailto:a@b.example', 'S', '🔑é'.repeat(500));
    expect(mail.length).toBeLessThanOrEqual(1_800);
    expect(mail.length).toBeGreaterThan(1_780);
    expect(decodeURIComponent(mail)).toMatch(/body=(🔑é)+🔑?$/u);
  });
});
