using Catalog.Shell;
using Catalog.Shell.Cluster.Moving;
using Catalog.Shell.Hosting;

if (args is [RepairJournalCommand.Name, ..]) return RepairJournalCommand.Run(args, Console.Out);
if (args is [MoveToPostgresCommand.Name, ..])
    return await MoveToPostgresCommand.RunAsync(args, Systems.Create(), Console.Out);

// Settings are read once. Watching them would watch the whole folder, and with it every write to the data below it.
string[] settings = ["--hostBuilder:reloadConfigOnChange=false", .. args];
WebApplicationBuilder builder = WebApplication.CreateBuilder(settings);
return await builder.AddCatalog(Systems.Create()).RunCatalogAsync();
