import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** The code of a page could not be fetched: the network is gone, or the server is. */
export class PageNotLoaded extends Error {
  override name = 'PageNotLoaded';

  constructor(
    cause: unknown,
    /** Has it fetched anew when the page is next rendered. */
    readonly forget: () => void,
  ) {
    super('The code of a page could not be fetched.', { cause });
  }
}

/** A page whose code is fetched when it is first shown, and anew once it is told to forget that it could not be. */
export function lazyPage(load: () => Promise<{ default: ComponentType }>): ComponentType {
  let current: LazyExoticComponent<ComponentType> | null = null;
  return function Page() {
    // React renders again after an error: it is not to fetch on and on by that.
    current ??= lazy(() =>
      load().catch((cause: unknown) => {
        throw new PageNotLoaded(cause, () => {
          current = null;
        });
      }),
    );
    const Current = current;
    return <Current />;
  };
}
