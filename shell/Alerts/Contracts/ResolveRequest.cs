using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts.Contracts;

/// <summary>What whoever resolves an alert has to say.</summary>
/// <param name="Note">At most 500 characters.</param>
public sealed record ResolveRequest(string? Note = null) : IExampled<ResolveRequest>
{
    /// <inheritdoc/>
    public static ResolveRequest Example => new("The price is lower now.");
}
