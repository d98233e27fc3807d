namespace Catalog.Engine.Tests.House;

/// <summary>
/// Tests that listen to the whole process run with no others beside them: while somebody listens, commands allocate.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneGroup
{
    public const string Name = "Alone";
}
