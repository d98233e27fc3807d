namespace Catalog.Shell.Ai.Wire;

/// <summary>An answer, whole or in pieces.</summary>
internal sealed record WireChoice(WireMessage? Message = null, WireMessage? Delta = null, string? FinishReason = null);
