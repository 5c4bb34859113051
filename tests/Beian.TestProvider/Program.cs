using Beian.TestProvider;

// An OpenID Connect provider on a free port of this machine, for the tests. It says its address on its first line, and ends with the input it is given:
// whoever started it and is gone leaves nothing behind.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
var app = builder.Build();
var provider = new Provider();
provider.Map(app);
app.Urls.Add("http://127.0.0.1:0");
await app.StartAsync();
provider.Issuer = app.Urls.First();
Console.WriteLine(provider.Issuer);
await Console.In.ReadToEndAsync();
await app.StopAsync();
