namespace Catalog.Shell.Ai.Wire;

/// <summary>A message, or a piece of one; the role is absent in most pieces.</summary>
internal sealed record WireMessage(string? Role = null, string? Content = null);
