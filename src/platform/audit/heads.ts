import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { join } from 'node:path'
import { Journal } from '../journal/journal.ts'

/** The head of a seal as it stands outside the database. `restored`: from here the seals are those of a database put back. */
export interface SignedHead {
  readonly seq: number
  readonly head: string
  /** How many records this seal holds. */
  readonly count: number
  /** The machine's time, ISO. */
  readonly at: string
  readonly restored?: true
  readonly signature: string
}

type Head = Omit<SignedHead, 'signature'>

/** The present, as the lines of the file say it. The machine's clock: a seal proves when it was made, whatever the service's day. */
const present = (): string => Temporal.Now.instant().toString()

const said = ({ seq, head, count, at, restored }: Head): Buffer =>
  Buffer.from(JSON.stringify([seq, head, count, at, restored ?? false]))

/** Heads of seals in a file to which lines are only added, signed with a key that the database never sees. */
export class Heads {
  readonly #journal: Journal<SignedHead & Record<string, unknown>>
  readonly #secret: KeyObject
  readonly #open: KeyObject

  private constructor(journal: Journal<SignedHead & Record<string, unknown>>, secret: KeyObject) {
    this.#journal = journal
    this.#secret = secret
    this.#open = createPublicKey(secret)
  }

  /** `key` is the private Ed25519 key in PKCS 8. */
  static async open(folder: string, key: Buffer): Promise<Heads> {
    const secret = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
    return new Heads(await Journal.open(headsFile(folder)), secret)
  }

  async append(sealed: Omit<Head, 'at'>): Promise<void> {
    const head = { ...sealed, at: present() }
    const signature = sign(null, said(head), this.#secret).toString('base64url')
    await this.#journal.append({ ...head, signature })
  }

  /** Every line, the first one first. */
  lines(): Promise<readonly SignedHead[]> {
    return this.#journal.lines()
  }

  isOurs(line: SignedHead): boolean {
    try {
      return verify(null, said(line), this.#open, Buffer.from(line.signature, 'base64url'))
    } catch {
      return false
    }
  }
}

/** Where the heads stand in a service's own folder. */
export const headsFile = (folder: string): string => join(folder, 'journal', 'sealed-heads.ndjson')
