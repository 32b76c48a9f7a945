import { describe, expect, it, vi } from 'vitest';
import { commands, openRenewal } from '../support/openRenewal.js';
import { withWorker } from '../support/renderDashboard.js';

withWorker();

describe('the commands', () => {
  it('match the deployment method and use the names from the app', async () => {
    const { screen, show } = await openRenewal({ scenario: 'expired' }, { names: { namespace: 'prod', unitFile: "/etc/it's.container" } });
    await show('Apply the key');
    expect(commands()).toContain('--namespace=prod');
    await screen.getByText('Podman Quadlet').click();
    expect(commands()).toContain("unit=$(readlink -f '/etc/it'\\''s.container')");
    await expect.element(screen.getByText(/anyone on the machine can read the unit file/)).toBeVisible();
    await screen.getByLabelText('Prompt').click();
    expect(commands()).toContain('IFS= read -r key </dev/tty');
    await screen.getByText('Helm', { exact: true }).click();
    expect(commands()).toMatch(/^\(\n {2}helm upgrade --install/);
  });

  it('are copied with a confirmation, or selected if the browser denies copying', async () => {
    const { screen, show } = await openRenewal();
    await show('Apply the key');
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
    await screen.getByRole('button', { name: 'Copy commands', exact: true }).click();
    await expect.element(screen.getByText('Copied', { exact: true })).toBeVisible();
    expect(write).toHaveBeenCalledWith(commands());
    await screen.getByLabelText('Patch the Secret').click();
    await expect.element(screen.getByText('Copied', { exact: true })).not.toBeInTheDocument();
    write.mockRejectedValueOnce(new DOMException('denied', 'NotAllowedError'));
    await screen.getByRole('button', { name: 'Copy commands', exact: true }).click();
    await expect.element(screen.getByText(/press Ctrl\+C/)).toBeVisible();
    const shown = screen.getByRole('textbox', { name: 'Copy commands', exact: true });
    await expect.element(shown).toHaveFocus();
    await expect.element(shown).toHaveValue(commands());
    write.mockRestore();
  });

  it('are refused if a name from the app is invalid', async () => {
    const { screen, show } = await openRenewal({ scenario: 'expired' }, { names: { namespace: '-x' } });
    await show('Apply the key');
    await expect.element(screen.getByText(/names configured for this dashboard can’t be used/)).toBeVisible();
  });

  it.each([
    ['Kubernetes', 'Create or replace the Secret', /^Updates the Secret .*alexandria-ee-license.* Creates the Secret or updates it\./],
    ['Kubernetes', 'Patch the Secret', /^Updates the Secret .*alexandria-ee-license.* Changes only the key in the Secret\./],
    ['Helm', 'Use the Secret', /^Updates the release .*alexandria-ee.* Create or patch the Secret first\./],
    ['Helm', 'Value', /^Updates the release .*alexandria-ee.* Helm keeps the key in its release history/],
    ['Podman Quadlet', null, /^Updates .*alexandria-api\.container.* Run as root\./],
  ] as const)('have facts and instructions that are true for them: %s, %s', async (platform, variant, facts) => {
    const { screen, show } = await openRenewal();
    await show('Apply the key');
    await screen.getByText(platform, { exact: true }).click();
    if (variant !== null) await screen.getByLabelText(variant).click();
    const texts = () => Array.from(document.querySelectorAll('[aria-current] p'), ({ textContent }) => textContent.replace(/\p{Cf}/gu, ''));
    expect(texts()[0]).toMatch(facts);
    if (variant === 'Use the Secret') {
      expect(texts()[1]).toBe('These commands don’t need the key.');
      expect(screen.getByLabelText('Prompt').query()).toBeNull();
      return;
    }
    expect(texts()[1]).toMatch(/^Save only the key as license\.key, readable only by you/);
    await screen.getByLabelText('Prompt').click();
    expect(texts()[1]).toMatch(/then paste the key at the prompt\..* Limit: 4,094 characters\.$/);
    expect(commands()).toContain('-le 4094');
  });

  it('are folded after eight lines, and the copy contains all of them', async () => {
    const { screen, show, press } = await openRenewal();
    await show('Apply the key');
    const code = screen.getByRole('region', { name: 'Commands' }).element();
    const height = () => code.getBoundingClientRect().height;
    const lineHeight = Number.parseFloat(getComputedStyle(code).lineHeight);
    expect(commands().split('\n').length).toBeGreaterThan(9);
    expect(height() / lineHeight).toBeLessThan(9.5);
    // A selection of the code contains the hidden lines.
    expect(commands()).toContain('rollout restart');
    await press('Show all lines');
    expect(height() / lineHeight).toBeGreaterThan(commands().split('\n').length);
    expect(screen.getByRole('button', { name: 'Show all lines' }).query()).toBeNull();
  });

  it('are not covered by the copy button, and have no ligatures', async () => {
    const { screen, show } = await openRenewal();
    await show('Apply the key');
    const copy = screen.getByRole('button', { name: 'Copy commands' }).element().getBoundingClientRect();
    const code = document.querySelector('.alx-command code') ?? document.body;
    expect(copy.bottom).toBeLessThanOrEqual(code.getBoundingClientRect().top);
    expect(getComputedStyle(code).fontVariantLigatures).toBe('none');
  });

  it('can still be read from the prompt if the name of the key file is invalid', async () => {
    const { screen, show } = await openRenewal({ scenario: 'expired' }, { names: { keyFile: '-x' } });
    await show('Apply the key');
    await expect.element(screen.getByText(/names configured for this dashboard can’t be used/)).toBeVisible();
    await screen.getByLabelText('Prompt').click();
    expect(commands()).toContain('IFS= read -r key </dev/tty');
  });

  it('stand below a warning if the key was refused', async () => {
    const { screen, show, check } = await openRenewal();
    await show('Apply the key');
    expect(screen.getByText('Don’t apply a refused key.').query()).toBeNull();
    await show('Check the key');
    await check('no key');
    await show('Apply the key');
    await expect.element(screen.getByText('Don’t apply a refused key.')).toBeVisible();
  });
});

describe('the platforms', () => {
  const platforms = () => Array.from(document.querySelectorAll('.alx-bar label'), ({ textContent }) => textContent);

  it('are all offered by default, and keep their variant', async () => {
    const { screen, show } = await openRenewal();
    await show('Apply the key');
    expect(platforms()).toEqual(['Kubernetes', 'Helm', 'Podman Quadlet']);
    await screen.getByLabelText('Patch the Secret').click();
    await screen.getByText('Helm', { exact: true }).click();
    await screen.getByText('Kubernetes', { exact: true }).click();
    await expect.element(screen.getByLabelText('Patch the Secret')).toBeChecked();
  });

  it('are those of the app, in its order', async () => {
    const { show } = await openRenewal({ scenario: 'expired' }, { methods: ['quadlet', 'kubernetes'] });
    await show('Apply the key');
    expect(platforms()).toEqual(['Podman Quadlet', 'Kubernetes']);
    expect(commands()).toContain('systemctl restart');
  });

  it('are replaced by the instructions of the app', async () => {
    const instructions = { title: 'Argo CD', text: 'Merge the key.\nThen sync.', command: 'argocd app sync alexandria' };
    const { screen, show, press } = await openRenewal({ scenario: 'expired' }, { instructions });
    await show('Apply the key');
    expect(platforms()).toEqual([]);
    await expect.element(screen.getByText(/^Merge the key\./)).toBeVisible();
    expect(commands()).toBe('argocd app sync alexandria');
    await press('Start checking');
    await expect.element(screen.getByText('Argo CD', { exact: true })).toBeVisible();
  });

  it('come before the instructions of the app if both are given', async () => {
    const instructions = [
      { title: 'Ansible', text: 'Run the playbook.' },
      { title: 'External Secrets', text: 'Update the vault.' },
    ];
    const { screen, show } = await openRenewal({ scenario: 'expired' }, { methods: ['helm'], instructions });
    await show('Apply the key');
    expect(platforms()).toEqual(['Helm', 'Ansible', 'External Secrets']);
    await screen.getByText('External Secrets').click();
    await expect.element(screen.getByText('Update the vault.')).toBeVisible();
    expect(commands()).toBe('');
  });

  it('are all offered if the app names none that exists, and each once', async () => {
    const methods = JSON.parse('["argocd"]');
    const { show } = await openRenewal({ scenario: 'expired' }, { methods });
    await show('Apply the key');
    expect(platforms()).toEqual(['Kubernetes', 'Helm', 'Podman Quadlet']);
  });

  it('are offered once each if the app repeats one', async () => {
    const { show } = await openRenewal({ scenario: 'expired' }, { methods: ['helm', 'quadlet', 'helm'] });
    await show('Apply the key');
    expect(platforms()).toEqual(['Helm', 'Podman Quadlet']);
  });
});
