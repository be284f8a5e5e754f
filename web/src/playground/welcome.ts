/** The query that the playground opens on. */
export const welcome = `# Welcome to the AIGC Atlas. Press Ctrl-Enter (or the arrow) to run this query;
# the list on the left has more questions, the book icon the documentation.
query ImageTools($domain: String!) {
  domain(slug: $domain) {
    name
    inChinese: name(lang: ZH)
    tools(first: 10) {
      totalCount
      nodes {
        name
        companies {
          edges {
            node {
              name
              regions {
                nodes {
                  name
                }
              }
            }
            relation {
              status
              citations {
                section {
                  number
                }
                paragraph
              }
            }
          }
        }
      }
    }
  }
}
`;

/** The values that go with the welcome query. */
export const welcomeVariables = { domain: 'image' } as const;
