import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** More people want to sign in at this moment than the machine can check. */
export class TooBusy extends Error {
  override name = 'TooBusy'
}

// OWASP's first choice for Argon2id: 46 MiB, one pass. They stand with each hash, so they can be raised later.
const usualCost: HashCost = { memory: 47_104, passes: 1, parallelism: 1 }
const tagLength = 32
// Each check takes memory and a core: more at once would let strangers stop everybody's work.
const atOnce = 2
const mostWaiting = 40

/** Hashes and checks passwords with Argon2id and a key that is not in the database. */
export class Passwords {
  readonly #key: Buffer
  readonly #cost: HashCost
  #running = 0
  readonly #waiting: (() => void)[] = []
  readonly #decoy: Promise<string>

  constructor(key: Buffer, cost: HashCost = usualCost) {
    this.#key = key
    this.#cost = cost
    this.#decoy = this.hash(randomBytes(16).toString('hex'))
  }

  /** `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. Throws TooBusy. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(16)
    const tag = await this.#derive(password, salt, this.#cost)
    const { memory, passes, parallelism } = this.#cost
    return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(tag)}`
  }

  /** True when the password made the hash. Without a hash the same work is done for nothing, so that time tells nobody. Throws TooBusy. */
  async matches(password: string, hash: string | undefined): Promise<boolean> {
    const parts = partsOf(hash ?? (await this.#decoy))
    const tag = await this.#derive(password, parts.salt, parts.cost)
    return timingSafeEqual(tag, parts.tag) && hash !== undefined
  }

  async #derive(password: string, nonce: Buffer, used: HashCost): Promise<Buffer> {
    await this.#turn()
    try {
      const message = password.normalize('NFKC')
      return await new Promise((resolve, reject) => {
        argon2('argon2id', { message, nonce, tagLength, secret: this.#key, ...used }, (error, tag) =>
          error ? reject(error) : resolve(tag),
        )
      })
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  /** Whoever ends hands their turn to the next in line. */
  async #turn(): Promise<void> {
    if (this.#running < atOnce) {
      this.#running += 1
      return
    }
    if (this.#waiting.length >= mostWaiting) throw new TooBusy('too many passwords to check')
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}

/** What one hash takes: memory in KiB, how often it is gone over, in how many lanes. */
export interface HashCost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

const plain = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

function partsOf(hash: string): { cost: HashCost; salt: Buffer; tag: Buffer } {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash)
  if (!found) throw new Error('this is no hash of a password')
  const [, memory, passes, parallelism, salt, tag] = found
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt ?? '', 'base64'),
    tag: Buffer.from(tag ?? '', 'base64'),
  }
}
