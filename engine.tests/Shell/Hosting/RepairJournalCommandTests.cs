using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Core.Shards;
using Catalog.Shell.Hosting;

namespace Catalog.Engine.Tests.Shell.Hosting;

public sealed class RepairJournalCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-repair-").FullName;
    private readonly StringWriter _output = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_damaged_journal_is_only_mended_when_its_loss_is_accepted()
    {
        await WriteAsync();
        Assert.Equal(0, Run());
        Flip(6_000);
        await Assert.ThrowsAnyAsync<JournalCorruptException>(WriteAsync);
        Assert.Equal(1, Run());
        Assert.Contains("Nothing was changed", _output.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<JournalCorruptException>(WriteAsync);
        Assert.Equal(0, Run("--accept-loss"));
        await WriteAsync();
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "journal", "damaged")));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        string missing = Path.Combine(_folder, "missing");
        Assert.Equal(2, RepairJournalCommand.Run(["repair-journal", "--Catalog:DataPath", missing], _output));
        Assert.Contains(missing, _output.ToString(), StringComparison.Ordinal);
    }

    private int Run(params string[] more) =>
        RepairJournalCommand.Run(["repair-journal", "--Catalog:DataPath", _folder, .. more], _output);

    private async Task WriteAsync()
    {
        await using TallyHost host = await TallyHost.StartAsync(_folder);
        for (int i = 0; i < 100; i++) await host.AddAsync(1, 1);
    }

    /// <summary>Flips a bit, and takes away the snapshots that would spare the start from reading it.</summary>
    private void Flip(long offset)
    {
        Directory.Delete(Path.Combine(_folder, "snapshots"), recursive: true);
        string segment = Directory.GetFiles(Path.Combine(_folder, "journal"), "*.seg").Order().First();
        using FileStream file = File.Open(segment, FileMode.Open);
        file.Position = offset;
        int old = file.ReadByte();
        file.Position = offset;
        file.WriteByte((byte)(old ^ 0x10));
    }
}
