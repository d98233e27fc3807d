namespace Catalog.Shell.Events.Contracts;

/// <summary>What became of trying parked facts again.</summary>
public sealed record ReplayAnswer(int Handled, int StillParked);
