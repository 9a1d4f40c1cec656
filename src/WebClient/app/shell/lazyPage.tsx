import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** The code of a page could not be fetched: the network is gone, or the server is. */
export class PageNotLoaded extends Error {
  override name = 'PageNotLoaded';
}

/** A page whose code is fetched when it is first shown, and anew after it could not be. */
export function lazyPage(load: () => Promise<{ default: ComponentType }>): ComponentType {
  let current: LazyExoticComponent<ComponentType> | null = null;
  return function Page() {
    current ??= lazy(() =>
      load().catch((cause: unknown) => {
        // React keeps the failure of a lazy component for good: the next visit needs another one.
        current = null;
        throw new PageNotLoaded('The code of a page could not be fetched.', { cause });
      }),
    );
    const Current = current;
    return <Current />;
  };
}
