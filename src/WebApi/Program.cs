using HotGigs.Application;
using HotGigs.Application.Common;
using HotGigs.Infrastructure;
using HotGigs.Infrastructure.Persistence;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Candidates;
using HotGigs.WebApi.Development;
using HotGigs.WebApi.Errors;
using HotGigs.WebApi.Health;
using HotGigs.WebApi.Notifications;
using HotGigs.WebApi.Pages;
using HotGigs.WebApi.Realtime;
using HotGigs.WebApi.Resumes;
using Scalar.AspNetCore;
using CorsOptions = HotGigs.WebApi.Realtime.CorsOptions;

var builder = WebApplication.CreateBuilder(args);

// Request logs hold the whole address, and with it the token of a WebSocket: they stay off, whatever the configuration says.
builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

builder.Services.AddApplication(InfrastructureRegistration.Assembly);
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddTokenAuthentication(builder.Configuration, builder.Environment);
builder.Services.AddOptions<CorsOptions>().Bind(builder.Configuration.GetSection(CorsOptions.Section));
builder.Services.AddSingleton<AllowedOrigins>();
builder.Services.AddCors();
builder.Services.AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>().Configure<AllowedOrigins>((cors, origins) =>
    cors.AddDefaultPolicy(policy => policy
        .SetIsOriginAllowed(origins.Admits)
        .AllowAnyMethod()
        .AllowAnyHeader()
        .WithExposedHeaders("ETag", "X-Total-Count", "Content-Disposition")));
builder.Services.AddOpenApi();
builder.Services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));

var app = builder.Build();

if (args.Contains("--migrate"))
{
    var applied = await app.Services.GetRequiredService<IDatabaseMigrator>().MigrateAsync(CancellationToken.None);
    Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
    return;
}

app.UseMiddleware<SecurityHeaders>();
app.UsePages();
app.UseStatusCodePages(EmptyErrors.WriteAsync);
app.UseMiddleware<ErrorHandling>();
app.UseRouting();
app.UseCors();
app.UseAuthentication();
app.UseMiddleware<UserRecording>();
app.UseAuthorization();
app.UseWebSockets();

app.MapNotifications();
app.MapResumes();
app.MapCandidates();
app.MapWebSocket();
app.MapStatus();
app.MapHealth();
app.MapOpenApi().AllowAnonymous();
if (app.Environment.IsDevelopment())
{
    app.MapDevelopment();
    app.MapScalarApiReference("/dev/api").AllowAnonymous();
    await app.Services.GetRequiredService<IDatabaseMigrator>().MigrateAsync(app.Lifetime.ApplicationStopping);
    await app.Services.AddDemoUsersAsync(app.Lifetime.ApplicationStopping);
}

app.MapPages();
await app.RunAsync();
