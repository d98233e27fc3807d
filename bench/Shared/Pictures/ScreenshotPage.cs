using Microsoft.Playwright;

namespace Catalog.Bench.Shared.Pictures;

/// <summary>A page to take a picture of.</summary>
/// <param name="Name">The picture's name.</param>
/// <param name="Path">Where the page is.</param>
/// <param name="Shows">A text that is there once it is whole.</param>
/// <param name="Email">Who looks, or nobody.</param>
/// <param name="Password">Their password.</param>
/// <param name="Prepare">What is done on the page before.</param>
/// <param name="IsWhole">Whether the whole page is on it, not only what fits the window.</param>
internal sealed record ScreenshotPage(
    string Name, string Path, string Shows, string Email = "", string Password = "",
    Func<IPage, Task>? Prepare = null, bool IsWhole = false);
