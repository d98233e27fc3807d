namespace Catalog.Shell.Audit;

/// <summary>What an endpoint does, for the audit log.</summary>
/// <param name="Name">Its name, as in <c>movie.change</c>: what, a dot, what is done with it.</param>
/// <param name="Parameter">The part of the path that names the target; null for none.</param>
public sealed record AuditedAction(string Name, string? Parameter);
