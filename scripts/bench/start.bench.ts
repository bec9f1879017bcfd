import { type Bench, medianMs } from './bench.ts'
import { startProduct } from './product.ts'

/** From `npm start` to the first answered page, on an installation that has run before. */
const bench: Bench = async ({ dataDir }) => {
  const value = await medianMs(3, async () => {
    const product = await startProduct(dataDir)
    await product.stop()
    return product.startMs
  })
  return [{ name: 'start.warmMs', value, unit: 'ms', most: 5000 }]
}
export default bench
