import { shellQuote } from './shellQuote.js';

/** The names of a deployment. The defaults are the names in Alexandria's documentation. */
export type DeploymentNames = {
  /** The namespace of the Secret and of the deployment. Default: `alexandria`. */
  readonly namespace?: string;
  /** The Secret that contains the key, under `license.key`. Default: `alexandria-ee-license`. */
  readonly secret?: string;
  /** The deployment to restart. Default: `alexandria-ee`. */
  readonly deployment?: string;
  /** The Helm release. Default: `alexandria-ee`. */
  readonly release?: string;
  /** The chart of the release: a folder or a name. Default: `k8s/helm/alexandria-ee/`. */
  readonly chart?: string;
  /** The path of the Quadlet file. Default: `/etc/containers/systemd/alexandria-api.container`. */
  readonly unitFile?: string;
  /** The systemd service that Quadlet generates from the file. Default: `alexandria-api`. */
  readonly service?: string;
  /** The file that contains the key. Default: `license.key`. */
  readonly keyFile?: string;
};

/** A way to apply a license key. */
export type ApplyMethod = 'secret' | 'secret-patch' | 'helm-value' | 'helm-secret' | 'quadlet';

/** The source from which a command reads the key: a file, or a prompt that hides the input. */
export type KeySource = 'file' | 'prompt';

/** The names in Alexandria's documentation. */
export const DOCUMENTED_NAMES: Required<DeploymentNames> = {
  namespace: 'alexandria',
  secret: 'alexandria-ee-license',
  deployment: 'alexandria-ee',
  release: 'alexandria-ee',
  chart: 'k8s/helm/alexandria-ee/',
  unitFile: '/etc/containers/systemd/alexandria-api.container',
  service: 'alexandria-api',
  keyFile: 'license.key',
};

/**
 * Returns the commands that apply a license key, for pasting into a POSIX shell. The key appears in no argument and no shell history. The
 * applied key contains no line break. If a step fails, the commands restart nothing.
 *
 * @throws {LicenseError} `invalid_option` if a name is invalid. The message contains the option, such as `namespace`.
 * @see docs/contract.md, Applying a key
 */
export function applyCommand(method: ApplyMethod, names: DeploymentNames, source: KeySource): string {
  const all = { ...DOCUMENTED_NAMES, ...names };
  const quote = (name: keyof DeploymentNames) => shellQuote(all[name], name);
  const namespace = `--namespace=${quote('namespace')}`;
  const restart = `kubectl rollout restart ${shellQuote(`deployment/${all.deployment}`, 'deployment')} ${namespace}`;
  const helm = `helm upgrade --install ${quote('release')} ${quote('chart')} ${namespace} --reuse-values`;
  // Helm interprets commas, braces and backslashes in a value.
  const secretName = shellQuote(`license.secretName=${all.secret.replace(/[\\,{}]/g, '\\$&')}`, 'secret');
  if (method === 'helm-secret') return `(\n  ${helm} \\\n    --set-string=${secretName} &&\n  ${restart}\n)`;
  const script = {
    secret: `  printf '%s' "$key" |
    kubectl create secret generic ${quote('secret')} ${namespace} \\
      --from-file=license.key=/dev/stdin --dry-run=client -o yaml |
    kubectl apply -f - &&
  ${restart}`,
    'secret-patch': `  { printf '{"data":{"license.key":"'; printf '%s' "$key" | base64 | tr -d '\\n'; printf '"}}'; } |
    kubectl patch secret ${quote('secret')} ${namespace} --patch-file=/dev/stdin &&
  ${restart}`,
    'helm-value': `  printf '%s' "$key" |
    ${helm} \\
      --set-file=license.key=/dev/stdin &&
  ${restart}`,
    quadlet: `  unit=$(readlink -f ${quote('unitFile')})
  if grep -Rqs LICENSE_KEY "$unit.d" ${shellQuote(`${all.unitFile}.d`, 'unitFile')}; then
    echo 'Nothing was changed: a drop-in beside the unit file sets LICENSE_KEY, too.' >&2
    exit 1
  fi
  new=$(mktemp "$unit.XXXXXX") && trap 'command rm -f "$new"' EXIT &&
  command cp -p "$unit" "$new" &&
  LICENSE_KEY=$key awk '${EDIT_UNIT}' "$unit" "$unit" >|"$new" &&
  command mv -f "$new" "$unit" &&
  systemctl daemon-reload &&
  systemctl restart ${quote('service')}`,
  }[method];
  // One compound command: the shell reads all of it before it runs any. Otherwise, the prompt would read the pasted lines as its input.
  const read = source === 'file' ? `  key=$(tr -d '\\r\\n' <${quote('keyFile')})` : PROMPT;
  return `(\n${read}\n${GUARD}\n${script}\n)`;
}

/** The longest line that a terminal passes to `read`, in characters. */
export const PROMPT_LIMIT = 4_094;

const PROMPT = `  trap 'stty echo </dev/tty' EXIT
  trap 'exit 130' INT
  stty -echo </dev/tty
  printf 'License key: ' >/dev/tty
  IFS= read -r key </dev/tty
  stty echo </dev/tty
  echo >/dev/tty
  test "\${#key}" -le ${PROMPT_LIMIT} || key='longer than a line of a terminal can be'`;

// Refuses an empty input and text around the key, which would replace the key with an invalid one.
const GUARD = `  printf '%s\\n' "$key" | grep -Eqx 'eyJ[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){2}' || {
    echo 'Nothing was changed: no license key was read, or more than the key alone.' >&2
    exit 1
  }`;

// Reads the file twice: first to find the line with the key, then to write. Refuses files that it cannot edit safely: with several variables on the line,
// a continuation, a secret of that name, or a reset of earlier variables.
const EDIT_UNIT = `
    FNR == 1 { goes_on = 0 }
    /^\\[/ { here = ($0 ~ /^\\[Container\\][ \\t\\r]*$/) }
    { own = here && !goes_on && $0 ~ /^[ \\t]*Environment[ \\t]*=[ \\t]*["\\047]?LICENSE_KEY=[^ \\t"\\047\\\\]*["\\047]?[ \\t\\r]*$/ }
    here && !own && !/^[ \\t]*[#;]/ && (/(^|[^A-Za-z0-9_])LICENSE_KEY([^A-Za-z0-9_]|$)/ || /^[ \\t]*Environment[ \\t]*=[ \\t\\r]*$/) { failed = 1; exit }
    !/^[ \\t]*[#;]/ { goes_on = /\\\\[ \\t\\r]*$/ }
    NR == FNR { found = found || own; next }
    own { if (!done) print "Environment=LICENSE_KEY=" ENVIRON["LICENSE_KEY"]; done = 1; next }
    { print }
    here && !found && !done { print "Environment=LICENSE_KEY=" ENVIRON["LICENSE_KEY"]; done = 1 }
    END {
      if (failed || !done) print "Nothing was changed: set LICENSE_KEY by hand, on a line of its own under [Container]." > "/dev/stderr"
      exit failed || !done
    }
  `;
