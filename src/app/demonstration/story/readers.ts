import { countPageView } from '../../../features/website/index.ts'
import type { Service } from '../../service.ts'
import type { Chance } from './chance.ts'

const pages = ['/', '/what-is-a-miam', '/costs', '/getting-started', '/contact', '/complaints']

/** People who agreed to be counted read the website: its first pages often, the last so seldom that their number is hidden. */
export async function readPages(service: Service, chance: Chance): Promise<void> {
  for (const [place, page] of pages.entries()) {
    const readers = Math.max(1, chance.between(18, 22) - place * 4)
    for (let reader = 0; reader < readers; reader++) await countPageView(service.desks.desk.public, page)
  }
}
