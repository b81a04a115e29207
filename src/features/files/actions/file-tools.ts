import type { FileVault } from '../../../platform/files/file-vault.ts'
import type { Keyring } from '../../../platform/files/keyring.ts'
import type { Scanner } from '../../../platform/files/scanner.ts'

/** Where files lie, what opens them, and who looks at them first (`noScanner` where there is none). */
export interface FileTools {
  readonly vault: FileVault
  readonly keyring: Keyring
  readonly scanner: Scanner
}
