using Catalog.Shell;
using Catalog.Shell.Hosting;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
return await builder.AddCatalog(Systems.Create()).RunCatalogAsync();
