namespace Catalog.Shell.Observability.Contracts;

/// <summary>What the process uses.</summary>
/// <param name="WorkingSetBytes">Memory the system counts for it.</param>
/// <param name="HeapBytes">Managed memory after the last collection.</param>
/// <param name="AllocatedBytes">Managed memory allocated since the start.</param>
/// <param name="Gen0">Collections of the youngest.</param>
/// <param name="Gen1">Collections of the middle.</param>
/// <param name="Gen2">Collections of everything.</param>
/// <param name="PauseMs">Time the collector stopped everything, in milliseconds.</param>
/// <param name="Threads">Threads of the pool.</param>
/// <param name="QueuedWork">Work that waits for one of them.</param>
/// <param name="Cores">Processors.</param>
/// <param name="CpuPercent">Of all processors, in the last minute.</param>
public sealed record ProcessAnswer(
    long WorkingSetBytes,
    long HeapBytes,
    long AllocatedBytes,
    int Gen0,
    int Gen1,
    int Gen2,
    double PauseMs,
    int Threads,
    long QueuedWork,
    int Cores,
    double CpuPercent);
