import { writeFileSync } from 'node:fs';
import { installPackage, packProject, removePackage } from './installPackage.js';
import { REPORT, writeReport } from './writeReport.js';

// `npm run surface`: writes the report of the public surface anew.

const tarball = packProject();
try {
  writeFileSync(REPORT, writeReport(installPackage(tarball)));
} finally {
  removePackage(tarball);
}
