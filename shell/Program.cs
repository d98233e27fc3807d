using Catalog.Shell;
using Catalog.Shell.Hosting;

if (args is [RepairJournalCommand.Name, ..]) return RepairJournalCommand.Run(args, Console.Out);

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
return await builder.AddCatalog(Systems.Create()).RunCatalogAsync();
