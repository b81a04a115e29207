import type { FileTools } from '../../files/index.ts'

/** Where post lies, what opens it, and by which addresses (in lower case) this service itself writes. */
export interface MailboxTools extends FileTools {
  readonly addresses: readonly string[]
}
