namespace Catalog.Shell.Http;

/// <summary>What <c>/health/*</c> says.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, <c>starting</c> or <c>stopping</c>.</param>
internal sealed record HealthAnswer(string Status);
