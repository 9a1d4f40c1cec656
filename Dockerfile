# The HotGigs server with its pages. Build from the root of the checkout:
#   docker build -t hotgigs .
# Run, with SQLite and uploads in a volume:
#   docker run -p 8000:8000 -v hotgigs-data:/data -e Jwt__SigningKey=... hotgigs --migrate   (once, and after each update)
#   docker run -p 8000:8000 -v hotgigs-data:/data -e Jwt__SigningKey=... hotgigs

# The pages. The .NET SDK image has no Node, so they are built here and not by the project.
FROM node:22-bookworm-slim AS pages
WORKDIR /src/WebClient
COPY src/WebClient/package.json src/WebClient/package-lock.json src/WebClient/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY src/WebClient/ ./
# Vite writes to ../WebApi/wwwroot.
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS server
WORKDIR /source
# First what decides about packages: they are fetched again only when it changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/Domain/Domain.csproj src/Domain/packages.lock.json src/Domain/
COPY src/Application/Application.csproj src/Application/packages.lock.json src/Application/
COPY src/Infrastructure/Infrastructure.csproj src/Infrastructure/packages.lock.json src/Infrastructure/
COPY src/WebApi/WebApi.csproj src/WebApi/WebClient.targets src/WebApi/packages.lock.json src/WebApi/
RUN dotnet restore src/WebApi/WebApi.csproj --locked-mode
COPY .editorconfig BannedSymbols.txt ./
COPY src/Domain/ src/Domain/
COPY src/Application/ src/Application/
COPY src/Infrastructure/ src/Infrastructure/
COPY src/WebApi/ src/WebApi/
# Publishing takes the pages from here, whoever has built them.
COPY --from=pages /src/WebApi/wwwroot/ src/WebApi/wwwroot/
RUN dotnet publish src/WebApi/WebApi.csproj --configuration Release --no-restore --output /app \
    -p:BuildWebClient=false -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=server /app ./
# APP_UID is the unprivileged user of the base image. A new volume takes over the owner of the folder.
RUN mkdir /data && chown "$APP_UID" /data
ENV ASPNETCORE_HTTP_PORTS=8000 \
    Data__Folder=/data
VOLUME /data
EXPOSE 8000
USER $APP_UID
# The image has neither curl nor wget; bash can open a connection by itself.
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8000 && printf 'GET /health/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "HotGigs.WebApi.dll"]
