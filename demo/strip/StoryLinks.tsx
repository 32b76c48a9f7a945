import { type DemoState, demoSearch } from '../demoState.js';
import { STORIES, storyState } from '../stories.js';

/** Links to states of the demo, each with a real URL. */
export function StoryLinks({ state }: { readonly state: DemoState }) {
  const shown = demoSearch(state);
  return (
    <details className="demo-group" open>
      <summary>
        <h3>Start here</h3>
      </summary>
      <ul className="demo-stories">
        {STORIES.map((story) => {
          const href = demoSearch(storyState(story, state));
          return (
            <li key={story.title}>
              <a href={href} aria-current={href === shown ? 'true' : undefined}>
                {story.title}
              </a>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
