# The server with its web app: docker build -t catalog .
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY . .
RUN dotnet publish shell -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# curl asks whether the server is ready; librdkafka is the client of Kafka.
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl librdkafka1 \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -m 700 -o "$APP_UID" /data
COPY --from=build /app /app
WORKDIR /app
ENV ASPNETCORE_URLS=http://+:8080 Catalog__DataPath=/data
VOLUME /data
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=3 \
    CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["dotnet", "Catalog.Shell.dll"]
