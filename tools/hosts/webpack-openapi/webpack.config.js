import HtmlPlugin from 'html-webpack-plugin';

export default {
  mode: process.env.NODE_ENV,
  entry: './src/main.tsx',
  output: { filename: '[name].[contenthash].js', publicPath: '/', clean: true },
  devtool: false,
  resolve: { extensions: ['.ts', '.tsx', '.js'], extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
    ],
  },
  plugins: [new HtmlPlugin({ template: 'public/index.html' })],
};
