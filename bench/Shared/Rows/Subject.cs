namespace Catalog.Bench.Shared.Rows;

/// <summary>What a row is about.</summary>
internal sealed record Subject(string System, string Workload, string Layer);
