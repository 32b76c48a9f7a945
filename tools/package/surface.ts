import { writeFileSync } from 'node:fs';
import { installPackage, packProject, removePackage } from './installPackage.js';
import { REPORT, writeReport } from './writeReport.js';
import { readOptions } from '../support/readOptions.js';

readOptions(`Writes etc/license-ui.api.md, the report of the public surface. \`npm test\` fails if it differs from the code.`, {});

const tarball = packProject();
try {
  writeFileSync(REPORT, writeReport(installPackage(tarball)));
} finally {
  removePackage(tarball);
}
