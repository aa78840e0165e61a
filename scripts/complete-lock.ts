/**
 * Completes package-lock.json after it changed: `npm run lock`.
 *
 * npm leaves an optional platform package out of the lock when its registry does not have it, and `npm ci` then refuses
 * the lock ("Missing: … from lock file"). An entry with version, os and cpu is enough: on other platforms npm skips it.
 * Also removes addresses of registries, so that the lock installs from whichever one a machine uses.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Entry {
  version?: string;
  resolved?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };

const OSES = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPUS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const OTHER_NAMES: Record<string, string> = { windows: 'win32', win: 'win32', ppc64le: 'ppc64', riscv64gc: 'riscv64' };

/** "compiler-binding-linux-arm64-musl" → { os: ['linux'], cpu: ['arm64'], libc: ['musl'] } */
const platformOf = (name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> => {
  const words = name.split(/[-/]/).map((word) => OTHER_NAMES[word] ?? word);
  const os = words.find((word) => OSES.includes(word));
  const cpu = words.find((word) => CPUS.includes(word));
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') && os === 'linux' ? 'glibc' : undefined;
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}) };
};

/** Where node would find `name` when the package at `from` asks for it. */
const found = (from: string, name: string): boolean => {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
};

const added: string[] = [];
for (const [at, entry] of Object.entries(lock.packages)) {
  delete entry.resolved;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    // Only exact versions of platform packages: anything else is npm's to resolve.
    if (found(at, name) || !(platform.os || platform.cpu) || !/^\d/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = { version, optional: true, ...platform };
    added.push(`${name}@${version}`);
  }
}

const { '': root, ...rest } = lock.packages;
lock.packages = {
  '': root ?? {},
  ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'))),
};
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'package-lock.json is complete' : `added ${added.join(', ')}`);
