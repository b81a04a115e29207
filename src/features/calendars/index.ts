export { endFeed, makeFeed } from './actions/keep-feed.ts'
export { feedAddress, newFeedToken } from './domain/feed.ts'
