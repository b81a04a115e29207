/** A measure by which data is guarded (Article 30(1)(g)), and what shows that it is really so: a test, or a check at start. */
export interface SecurityMeasure {
  readonly measure: string
  readonly shownBy: string
}

/** What the software truly does, each with its check. A test fails when one of these checks is not there. */
export const securityMeasures: readonly SecurityMeasure[] = [
  {
    measure: 'Named accounts, each with a password and a second factor',
    shownBy: 'test/promises/T20-authorised-access.db.test.ts',
  },
  {
    measure: 'Each purpose has its own rights in the database, column by column',
    shownBy: 'test/conformance/grants.db.test.ts',
  },
  { measure: 'Rows of a case are for those to whom it was given', shownBy: 'test/conformance/row-rules.db.test.ts' },
  {
    measure: 'The service refuses to start when rights differ from the policy',
    shownBy: 'test/promises/T13-own-purpose.db.test.ts',
  },
  {
    measure: 'Every opening of a file is recorded with who, when and for what',
    shownBy: 'test/promises/T20-authorised-access.db.test.ts',
  },
  {
    measure: 'Those records are sealed, and the seals are signed outside the database',
    shownBy: 'test/promises/T20-sealed-records.db.test.ts',
  },
  {
    measure: 'Stored files are encrypted with a key for each case, which is destroyed with it',
    shownBy: 'src/platform/files/file-vault.test.ts',
  },
  { measure: 'What one party tells does not reach the other', shownBy: 'test/conformance/non-interference.db.test.ts' },
  {
    measure: 'Where somebody lives is passed on to nobody',
    shownBy: 'test/promises/T21-where-somebody-lives.db.test.ts',
  },
  {
    measure: 'What has had its time is found and destroyed',
    shownBy: 'test/promises/T29-retention-schedule.db.test.ts',
  },
  {
    measure: 'Passkeys answer to this service’s own address alone, once, and to a finger or a PIN',
    shownBy: 'src/platform/sign-in/passkeys.db.test.ts',
  },
  { measure: 'Guessing passwords and codes is held off', shownBy: 'src/platform/sign-in/guessing.db.test.ts' },
]
