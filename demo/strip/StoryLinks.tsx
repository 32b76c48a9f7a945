import { useState } from 'react';
import { DemoIcon } from '../DemoIcon.js';
import { type DemoState, demoSearch } from '../demoState.js';
import { STORY_GROUPS, storyState } from '../stories.js';

/** Links to states of the demo, in groups of which one is open. Each link has a real URL. */
export function StoryLinks({ state }: { readonly state: DemoState }) {
  const shown = demoSearch(state);
  const groups = STORY_GROUPS.map(({ title, stories }) => ({
    title,
    links: stories.map((story) => ({ title: story.title, href: demoSearch(storyState(story, state)) })),
  }));
  // Set once: later, only the person opens a group.
  const [opened] = useState(() => groups.find(({ links }) => links.some(({ href }) => href === shown)) ?? groups[0]);
  return (
    <section className="demo-group" aria-labelledby="demo-stories">
      <h3 id="demo-stories">Start here</h3>
      {groups.map(({ title, links }) => (
        <details key={title} className="demo-stories" name="demo-stories" open={title === opened?.title}>
          <summary>
            <h4>{title}</h4>
            <DemoIcon name="fold" />
          </summary>
          <ul>
            {links.map(({ title: name, href }) => (
              <li key={name}>
                <a href={href} aria-current={href === shown ? 'true' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
