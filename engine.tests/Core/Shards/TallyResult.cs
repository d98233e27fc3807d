using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Core.Shards;

internal readonly record struct TallyResult(long Sum, bool IsDone) : IResult<TallyResult>
{
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(Sum);
        writer.Write(IsDone);
    }

    public static TallyResult Read(ref MessagePackReader reader) => new(reader.ReadInt64(), reader.ReadBoolean());
}
