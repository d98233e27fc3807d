namespace Catalog.Shell.Events;

/// <summary>Registered when consumers of topics read them from a broker instead of the journal.</summary>
internal sealed record ExternalBus;
