import { shellQuote } from './shellQuote.js';

/** What things are called where Alexandria runs; what is left out has the name that its documentation gives it. */
export type DeploymentNames = {
  /** The namespace of the Secret and of the deployment. Default: `alexandria`. */
  readonly namespace?: string;
  /** The Secret that holds the key, under `license.key`. */
  readonly secret?: string;
  /** The deployment that is restarted. */
  readonly deployment?: string;
  /** The Helm release. */
  readonly release?: string;
  /** The chart that the release is made from: a folder or a name. */
  readonly chart?: string;
  /** The Quadlet file. */
  readonly unitFile?: string;
  /** The service that the Quadlet file makes. */
  readonly service?: string;
  /** The file that the key is read from. */
  readonly keyFile?: string;
};

/** How a license key is given to Alexandria. */
export type ApplyMethod = 'secret' | 'secret-patch' | 'helm-value' | 'helm-secret' | 'quadlet';

/** Where a command takes the key from: a file, or a prompt that doesn't show it. */
export type KeySource = 'file' | 'prompt';

const DOCUMENTED: Required<DeploymentNames> = {
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
 * The commands that apply a license key, to be pasted into a POSIX shell as they stand. The key is in no argument and in no shell
 * history, no line break gets into it, and nothing is restarted when a step before has failed.
 *
 * @throws {LicenseError} `invalid_option`, naming the name that can't be one.
 * @see docs/contract.md, Applying a key
 */
export function applyCommand(method: ApplyMethod, names: DeploymentNames, source: KeySource): string {
  const all = { ...DOCUMENTED, ...names };
  const quote = (name: keyof DeploymentNames) => shellQuote(all[name], name);
  const namespace = `--namespace=${quote('namespace')}`;
  const restart = `kubectl rollout restart ${shellQuote(`deployment/${all.deployment}`, 'deployment')} ${namespace}`;
  const helm = `helm upgrade --install ${quote('release')} ${quote('chart')} ${namespace} --reuse-values`;
  // Helm reads commas, braces and backslashes in a value.
  const secretName = shellQuote(`license.secretName=${all.secret.replace(/[\\,{}]/g, '\\$&')}`, 'secret');
  if (method === 'helm-secret') return `${helm} \\\n  --set-string=${secretName} &&\n${restart}`;
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
  if grep -qs LICENSE_KEY "$unit".d/*.conf; then
    echo 'Nothing was changed: a drop-in beside the unit file sets LICENSE_KEY, too.' >&2
    exit 1
  fi
  new=$(mktemp "$unit.XXXXXX") && trap 'command rm -f "$new"' EXIT &&
  command cp -p "$unit" "$new" &&
  LICENSE_KEY=$key awk '${EDIT_UNIT}' "$unit" "$unit" >"$new" &&
  command mv -f "$new" "$unit" &&
  systemctl daemon-reload &&
  systemctl restart ${quote('service')}`,
  }[method];
  // One compound command: a shell that is pasted into reads it whole before it runs anything, and asks for no more of what was pasted.
  const read = source === 'file' ? `  key=$(tr -d '\\r\\n' <${quote('keyFile')})` : PROMPT;
  return `(\n${read}\n${GUARD}\n${script}\n)`;
}

const PROMPT = `  trap 'stty echo </dev/tty' EXIT
  trap 'exit 130' INT
  printf 'License key: ' >/dev/tty
  stty -echo </dev/tty
  IFS= read -r key </dev/tty
  stty echo </dev/tty
  echo >/dev/tty
  test "\${#key}" -lt 4095 || key='longer than a line of a terminal can be'`;

// What reads an empty input would make an empty key of it, and what stands around a key would make it a wrong one.
const GUARD = `  printf '%s\\n' "$key" | grep -Eqx 'eyJ[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){2}' || {
    echo 'Nothing was changed: no license key was read, or more than the key alone.' >&2
    exit 1
  }`;

// Reads the file twice: first whether a line sets the key, then what to write. What it doesn't understand is left to a person: a line that sets
// other things beside the key, one that goes on on the next, a secret of that name, a line that resets what was set before.
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
