import type { FileTools } from '../../files/index.ts'

/** What sessions need besides the database: where drafts and certificates are encrypted, and whose name stands on them. */
export interface SessionTools extends Pick<FileTools, 'vault' | 'keyring'> {
  /** The service's name as the policy states it. */
  readonly serviceName: string
  /** The service's own address: a certificate says where it can be checked. */
  readonly origin: URL
}
