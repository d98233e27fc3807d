using System.Text.Json;
using Catalog.Engine.Tests.House;
using Microsoft.Playwright;

namespace Catalog.Engine.Tests.Browser;

/// <summary>The axe engine's automated check of a page against WCAG 2.2 AA.</summary>
internal static class Axe
{
    private const string Check =
        """
        async (runOnly) => {
          // Initials and numbers on a button are no words to be spoken; the rule, an experiment, takes them for such.
          const rules = { "label-content-name-mismatch": { enabled: false } };
          const { violations } = await axe.run(document, { runOnly, rules, resultTypes: ["violations"] });
          return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
            `${id}: ${target.join(" ")}: ${failureSummary.replaceAll(/\s+/g, " ")}`));
        }
        """;

    private static readonly object Standard =
        new { type = "tag", values = (string[])["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };

    private static readonly object Contrast =
        new { type = "rule", values = (string[])["color-contrast", "link-in-text-block"] };

    private static readonly Lazy<string> Engine = new(() =>
        File.ReadAllText(Repository.FullPath("web/node_modules/axe-core/axe.min.js")));

    /// <summary>What is wrong with the page as it is shown now, one line each.</summary>
    public static Task<IReadOnlyList<string>> FindAsync(IPage page) => FindAsync(page, Standard);

    /// <summary>The part of it that depends on the theme: contrast.</summary>
    public static Task<IReadOnlyList<string>> FindPaleAsync(IPage page) => FindAsync(page, Contrast);

    private static async Task<IReadOnlyList<string>> FindAsync(IPage page, object runOnly)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'")) await page.EvaluateAsync(Engine.Value);
        JsonElement found = await page.EvaluateAsync<JsonElement>(Check, runOnly);
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }
}
